"""Small programs that speak the worker's protocol, well or badly."""

import os
import sys
import textwrap

_HEAD = """
import json, os, sys
def say(**message): print(json.dumps(message), flush=True)
"""
ANSWERING = """
say(ready=True, size=24, process=os.getpid())
for line in sys.stdin:
    asked = json.loads(line)
    closed = asked["answers"]
    say(said=[own[0] if own and asked["mode"] == "rank" else "Maison Fake" for own in closed])
"""
ECHOING = """
say(ready=True, process=os.getpid())
for line in sys.stdin:
    say(echo=json.loads(line))
"""
DYING = """
say(ready=True, size=24, process=os.getpid())
sys.stdin.readline()
print("out of memory", file=sys.stderr)
os._exit(9)
"""
# Dies at its first question, and answers in its second life.
RECOVERING = """
import pathlib
mark = pathlib.Path(__file__).with_suffix(".died")
say(ready=True, size=24, process=os.getpid())
for line in sys.stdin:
    if not mark.exists():
        mark.touch()
        os._exit(9)
    say(said=[own[0] if own else "Maison Fake" for own in json.loads(line)["answers"]])
"""
# Answers twice, dies at its third question, and answers everything in its second life.
DYING_LATER = """
import pathlib
mark = pathlib.Path(__file__).with_suffix(".died")
say(ready=True, size=24, process=os.getpid())
for n, line in enumerate(sys.stdin):
    if n == 2 and not mark.exists():
        mark.touch()
        os._exit(9)
    say(said=[own[0] if own else "Maison Fake" for own in json.loads(line)["answers"]])
"""
HANGING = """
import time
say(ready=True)
time.sleep(600)
"""
BABBLING = """
say(ready=True)
sys.stdin.readline()
print("Loading weights: 100%", flush=True)
sys.stdin.readline()
"""
REFUSING = """
say(error="FileNotFoundError: weights.pt")
"""
GRUMBLING = """
say(ready=True)
for line in sys.stdin:
    say(error="ValueError: " + json.loads(line)["text"])
"""


def command_of(folder, program):
    """A command that runs the program from a file of the folder."""
    path = folder / "worker.py"
    path.write_text(_HEAD + textwrap.dedent(program), "utf-8")
    return [sys.executable, "-I", str(path)]


def lives(process):
    """Whether a process of that id runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
