// SPDX-License-Identifier: Apache-2.0
#include "parser.h"

#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char BLANKS[] = " \t\r";

bool parser_fails(Parser *parser, const char *format, ...) {
  int used = snprintf(parser->error, parser->error_size, "%s:%d: ", parser->origin, parser->line);
  if (used >= 0 && (size_t)used < parser->error_size) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(parser->error + used, parser->error_size - (size_t)used, format, arguments);
    va_end(arguments);
  }
  return false;
}

char *parser_word(Parser *parser) {
  char *start = parser->words + strspn(parser->words, BLANKS);
  size_t length = strcspn(start, BLANKS);
  if (length == 0) {
    return NULL;
  }
  parser->words = start + length + (start[length] != '\0');
  start[length] = '\0';
  return start;
}

char *parser_rest(Parser *parser) {
  char *start = parser->words + strspn(parser->words, BLANKS);
  size_t length = strlen(start);
  while (length > 0 && strchr(BLANKS, start[length - 1]) != NULL) {
    length--;
  }
  start[length] = '\0';
  parser->words = start + length;
  return start;
}

bool parser_integer(Parser *parser, int64_t low, int64_t high, int64_t *value) {
  char *word = parser_word(parser);
  char *end = word;
  errno = 0;
  *value = word != NULL ? strtoll(word, &end, 10) : 0;
  if (word == NULL || *end != '\0' || errno != 0 || *value < low || *value > high) {
    return parser_fails(parser, "got \"%s\", expected an integer of %lld..%lld",
                        word != NULL ? word : "", (long long)low, (long long)high);
  }
  return true;
}

bool parser_real(Parser *parser, double *value) {
  char *word = parser_word(parser);
  char *end = word;
  *value = word != NULL ? strtod(word, &end) : 0;
  if (word == NULL || end == word || *end != '\0' || !isfinite(*value)) {
    return parser_fails(parser, "got \"%s\", expected a finite number", word != NULL ? word : "");
  }
  return true;
}

bool parser_ended(Parser *parser) {
  char *word = parser_word(parser);
  return word == NULL || parser_fails(parser, "nothing expected after \"%s\"", word);
}
