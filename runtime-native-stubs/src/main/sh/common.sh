# SPDX-License-Identifier: Apache-2.0
# Sourced by build.sh and check.sh: where things are, and the flags of the C sources.

# From here on all names are relative, so that blanks in the path of the tree do no harm and no
# path is compiled in.
cd "$(dirname "$0")/../../.."
. ../native/toolchain.sh

sources=src/main/c
tests=src/test/c
target=target
generated=$target/generated-native
headers=../native/include

c_flags="-std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror -fvisibility=hidden
  -I$headers -I$sources -I$generated"

# The shipped descriptions as C string literals.
write_shipped_models() {
  mkdir -p "$generated"
  for model in src/main/models/*.model; do
    printf '{"%s",\n' "$(basename "$model" .model)"
    sed -e 's/[\\"]/\\&/g' -e 's/.*/ "&\\n"/' "$model"
    printf '},\n'
  done > "$generated/shipped_models.inc.new"
  cmp -s "$generated/shipped_models.inc.new" "$generated/shipped_models.inc" ||
    cp "$generated/shipped_models.inc.new" "$generated/shipped_models.inc"
}

made_of="$sources src/main/models src/main/sh ../native"

# Whether $1 exists and no file in the folders behind it is newer.
is_current() { # file folders...
  file=$1
  shift
  [ -e "$file" ] && [ -z "$(find "$@" -type f -newer "$file" -print -quit)" ]
}
