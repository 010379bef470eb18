"""The published BLIP-VQA, on machines that have it: our way through it and transformers' own."""

import pytest
from stage_fakes import figure_photo

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from braind.backends.blip_vqa import MODEL, WEIGHTS, BlipSettings, BlipVqa, normalised  # noqa: E402
from braind.backends.vqa_words import ENGLISH  # noqa: E402
from braind.errors import ModelError  # noqa: E402
from braind.models import model_folder  # noqa: E402
from braind.vocabulary import QUESTIONS  # noqa: E402

LONGEST = 8


@pytest.fixture(scope="module")
def folder():
    try:
        return model_folder(MODEL)
    except ModelError as error:
        pytest.skip(f"the real weights are not here: {error}")


def test_published_weights_answer_as_through_transformers(folder):
    backend = BlipVqa.load(folder, "", BlipSettings(mode="generate", longest=LONGEST))
    assert backend.size == 384 and (folder / WEIGHTS).stat().st_size > 1_400_000_000
    picture = figure_photo().pixels
    (said,) = backend.say([picture])
    net = transformers.BlipForQuestionAnswering.from_pretrained(folder).eval()
    tokenizer = transformers.BertTokenizer.from_pretrained(folder)
    pixels = torch.from_numpy(normalised(picture, 384))[None]
    for question, one in zip(QUESTIONS, said, strict=True):
        ids = tokenizer(ENGLISH[question], return_tensors="pt")["input_ids"]
        ids[0, 0] = net.config.text_config.bos_token_id + 1
        out = net.generate(ids, pixels, max_new_tokens=LONGEST)[0]
        assert one.text == tokenizer.decode(out, skip_special_tokens=True).strip()
    assert len({one.text for one in said}) > 3
