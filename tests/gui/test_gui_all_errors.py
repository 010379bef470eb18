"""Every expected failure that can reach the window has Korean words and a way out."""

import re
from pathlib import Path

import braind
from braind_desktop.texts import AREAS

ENGINE = Path(braind.__file__).parent
RAISED = re.compile(r'\w*Error\(\s*"([a-z_]+)"')
# Parts that only the command line uses.
TOOLS = {"cli", "lab", "training", "bench"}
TOOL_FILES = {"lavis.py", "labelled.py"}
# Only the command line asks for these, or only a mistake of ours leads to them.
ELSEWHERE = {
    "library_not_chosen", "library_older", "look_invalid",
    "look_of_other_brand", "model_card_missing", "model_manifest_missing", "model_path_unsafe",
    "pack_brand_exists", "pack_key_invalid", "pack_key_not_written", "pack_name_empty",
    "pack_signer_other", "report_format_unknown",
}  # fmt: skip


def raised_codes():
    files = [
        file for file in ENGINE.rglob("*.py")
        if file.relative_to(ENGINE).parts[0] not in TOOLS | TOOL_FILES
    ]  # fmt: skip
    return {code for file in files for code in RAISED.findall(file.read_text(encoding="utf-8"))}


def test_every_code_that_reaches_the_window_has_words_and_a_way_out():
    told = {key for texts in AREAS.values() for key in texts}
    codes = raised_codes()
    assert len(codes) > 60 and codes >= ELSEWHERE
    silent = {
        key for code in codes - ELSEWHERE for key in (f"error.{code}", f"error.{code}.hint")
        if key not in told
    }  # fmt: skip
    assert silent == set()
