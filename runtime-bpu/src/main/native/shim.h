// SPDX-License-Identifier: Apache-2.0
/*
 * Opens a libdnn.so at run time and forwards the calls of bpu4j/hb_dnn.h to it, so that one JNI
 * library serves the board's library, a stand-in, or none. Nothing is linked against libdnn.
 */
#ifndef BPU4J_SHIM_H
#define BPU4J_SHIM_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a forwarded call answers while no library is bound, or when the bound one lacks it. */
enum { BPU4J_NOT_AVAILABLE = -1 };

/*
 * The functions below keep a list without a lock: the caller serializes them.
 *
 * Opens the library at path, or by bare soname, and looks every function up. NULL on failure, with
 * the reason in message: the loader's own, or the first required function that is missing. Opening
 * a library twice, by the same or another name, gives the same pointer. It is never closed: its
 * threads and static state may outlive its last user.
 */
void *bpu4j_open(const char *path, char *message, int32_t messageSize);

/* Loads a dependency with global visibility; 0, or -1 with the reason in message. */
int32_t bpu4j_preload(const char *path, char *message, int32_t messageSize);

/* The version string of an opened library, whether bound or not. */
const char *bpu4j_version(void *library);

/* 1 when the opened library exports the function, whether forwarded here or not, else 0. */
int32_t bpu4j_has(void *library, const char *function);

/* Sends every later call to this library. Not to be called while another thread is in one. */
void bpu4j_bind(void *library);

#ifdef __cplusplus
}
#endif

#endif
