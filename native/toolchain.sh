# SPDX-License-Identifier: Apache-2.0
# Sourced by the scripts that build native code: the platforms, the tools and flags for each, what
# to do where a tool is missing, and the newest glibc that a library may need.

platforms="linux-x86_64 linux-arm64"

# Of Ubuntu 22.04, which the board runs.
board_glibc=2.35

# For every shared library: nothing of the machine that built it gets in, and nothing stays unresolved.
link_flags="-shared -Wl,--build-id=none -Wl,-z,defs -Wl,-z,noexecstack -Wl,-z,relro,-z,now
  -Wl,-Bsymbolic"

triplet_of() { # platform
  case $1 in
    linux-x86_64) echo x86_64-linux-gnu ;;
    linux-arm64) echo aarch64-linux-gnu ;;
  esac
}

is_this_machine() { # platform
  case $(uname -s)-$(uname -m):$1 in
    Linux-x86_64:linux-x86_64 | Linux-aarch64:linux-arm64) true ;;
    *) false ;;
  esac
}

# Instructions that every machine of the platform has.
machine_flags_of() { # platform
  case $1 in
    linux-x86_64) echo -march=x86-64 ;;
    linux-arm64) echo "-march=armv8-a -mno-outline-atomics" ;;
  esac
}

# Prints the path of gcc, g++ or objdump for a platform, or nothing.
tool_of() { # platform tool
  command -v "$(triplet_of "$1")-$2" && return
  if is_this_machine "$1"; then
    command -v "$2"
  fi
}

# Prints what runs a program of that platform here: "env", qemu with its library root, or nothing.
runner_of() { # platform
  if is_this_machine "$1"; then
    echo env
    return
  fi
  case $1 in
    linux-arm64) command -v qemu-aarch64 > /dev/null && echo "qemu-aarch64 -L /usr/aarch64-linux-gnu" ;;
    linux-x86_64) command -v qemu-x86_64 > /dev/null && echo "qemu-x86_64 -L /usr/x86_64-linux-gnu" ;;
  esac
}

fail() { # message
  echo "ERROR: $1" >&2
  exit 1
}

# Without a tool: a warning on a developer's machine, an error in CI and in a release.
missing() { # message
  if [ "${CI:-}" = true ] || [ "${BPU4J_NATIVE:-}" = required ]; then
    fail "$1"
  fi
  echo "WARNING: $1" >&2
}

# The oldest glibc that can load a library is the newest version among its imports.
check_glibc() { # platform library
  newest=$("$(tool_of "$1" objdump)" -T "$2" | sed -n 's/.*GLIBC_\([0-9.]*\).*/\1/p' | sort -Vu | tail -1)
  [ -n "$newest" ] || fail "$(basename "$2") for $1: cannot read which glibc it needs"
  [ "$(printf '%s\n' "$newest" "$board_glibc" | sort -V | tail -1)" = "$board_glibc" ] ||
    fail "$(basename "$2") for $1 needs glibc $newest; the board has $board_glibc"
  echo "$(basename "$2") for $1 needs glibc $newest (at most $board_glibc)"
}
