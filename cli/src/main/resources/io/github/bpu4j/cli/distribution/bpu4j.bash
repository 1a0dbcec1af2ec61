# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Completion of bpu4j in bash, made from the options of its commands.

# Sets commands, options and operands to what may follow the command $1.
_bpu4j_command() {
  commands=''
  options=''
  operands=none
  case $1 in
  # table of commands
  esac
}

# Sets value to what the option $2 of the command $1 takes, and choices to the values there are.
_bpu4j_value() {
  value=text
  choices=''
  case "$1 $2" in
  # table of values
  *) [[ $2 == -* ]] || value=none ;;
  esac
}

# Offers the words of $1 that begin like the current one. They are ours: nothing in them is expanded.
_bpu4j_words() {
  local word
  for word in $1; do
    [[ $word != "$current"* ]] || COMPREPLY+=("$word")
  done
}

# Offers files (-f) or folders (-d) by name, however strange it is.
_bpu4j_paths() {
  local path
  compopt -o filenames -o default 2>/dev/null
  while IFS= read -r path; do
    COMPREPLY+=("$path")
  done < <(compgen "$1" -- "$current")
}

# Offers what $1 says: one of the kinds of values.
_bpu4j_kind() {
  case $1 in
    file) _bpu4j_paths -f ;;
    folder) _bpu4j_paths -d ;;
    choice)
      local restore
      restore=$(shopt -p nocasematch)
      shopt -s nocasematch
      _bpu4j_words "$choices"
      $restore
      ;;
  esac
}

_bpu4j() {
  local IFS=$' \t\n'
  local command='' commands options operands value choices
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} word i
  COMPREPLY=()

  # Bash makes three words of --option=value.
  if [[ $current == = ]]; then
    current=''
  elif [[ $previous == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi

  _bpu4j_command ''
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $word == -* ]]; then
      _bpu4j_value "$command" "$word"
      [[ $value == none || ${COMP_WORDS[i + 1]} == = ]] || ((i += 1))
    elif [[ " $commands " == *" $word "* ]]; then
      command=${command:+$command }$word
      _bpu4j_command "$command"
    fi
  done

  _bpu4j_value "$command" "$previous"
  if [[ $value != none ]]; then
    _bpu4j_kind "$value"
  elif [[ $current == -* ]]; then
    _bpu4j_words "$options"
  else
    _bpu4j_words "$commands"
    _bpu4j_kind "$operands"
  fi
}

complete -F _bpu4j bpu4j
