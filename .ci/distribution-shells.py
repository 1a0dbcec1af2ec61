# SPDX-License-Identifier: Apache-2.0
"""Types into an interactive shell and looks at what the Tab key makes of it.

distribution-shells.py bash|zsh COMMAND...: COMMAND starts the shell in the root of .ci/distribution.
"""
import glob
import os
import pty
import re
import select
import sys
import time

CLEAR_LINE = "\x15"  # Ctrl-U
CASES = [  # what is typed, and what must then be on the screen
    ("bpu4j cla\t", r"bpu4j classify "),
    ("bpu4j classify --ann\t", r"--annotate"),
    ("bpu4j classify --fit LET\t", r"--fit LETTERBOX"),
    ("bpu4j classify --fit let\t", r"--fit LETTERBOX"),
    ("bpu4j classify --fit=CEN\t", r"--fit=CENTER_CROP"),
    ("bpu4j classify --runtime o\t", r"--runtime onnx"),
    ("bpu4j eval me\t", r"eval merge"),
    ("bpu4j help conv\t", r"help convert"),
    ("bpu4j classify a\t", r"classify a\\ photo\.png"),
    ("bpu4j classify --model 咖\t", r"咖啡\.png"),
    ("bpu4j convert check --interpolation L\t", r"--interpolation LINEAR"),
    ("bpu4j \t\t", r"(?s)^(?=.*classify)(?=.*doctor)(?=.*perf)"),
]
SETUP = {
    "bash": "PS1='> '; cd; bind 'set enable-bracketed-paste off'; bind 'set page-completions off';"
    " source /opt/*/bpu4j-*/completion/bpu4j.bash",
    "zsh": "PS1='> '; cd; unsetopt PROMPT_SP; unset zle_bracketed_paste;"
    " LISTMAX=999; fpath=(~ $fpath); autoload -U compinit; compinit -D -u; bindkey -e",
}


class Shell:
    def __init__(self, command):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execvp(command[0], command)

    def type(self, text):
        os.write(self.terminal, text.encode())

    def screen(self, pattern, seconds=10):
        """What is written until the pattern is there and then nothing for a moment."""
        text, end = b"", time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.2)[0]:
                text += os.read(self.terminal, 65536)
            elif re.search(pattern, clean(text)):
                break
        return clean(text)


def clean(output):
    """The lines as a terminal shows them: backspace and carriage return move the cursor back."""
    text = re.sub(r"\x1b\[[0-9;?]*[A-JL-Za-z]|[\x07\x00\x0e\x0f]", "", output.decode(errors="replace"))
    lines, line, column = [], [], 0
    for part in re.findall(r"\x1b\[K|.|\n", text):
        if part == "\n":
            lines, line, column = lines + ["".join(line)], [], 0
        elif part == "\r":
            column = 0
        elif part == "\b":
            column = max(column - 1, 0)
        elif part == "\x1b[K":
            line = line[:column]
        else:
            line[column:column + 1] = part
            column += 1
    return "\n".join(lines + ["".join(line)])


def main():
    name, command = sys.argv[1], sys.argv[2:]
    shell = Shell(command)
    shell.screen(r"[#$%>] ?$")
    shell.type(SETUP[name] + "; echo rea''dy\n")
    print(shell.screen(r"ready\n"))
    for typed, expected in CASES:
        shell.type(CLEAR_LINE + typed)
        text = shell.screen(expected)
        print(repr(typed), "->", repr(text))
        if not re.search(expected, text):
            sys.exit(f"{name}: {typed!r} gave {text!r}, expected {expected}")
    shell.type(CLEAR_LINE + "exit\n")
    print(f"{len(CASES)} lines completed")


main()
