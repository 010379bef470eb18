import json
import shutil

import numpy as np
import pytest
from stage_fakes import cutout_of, draw_figure, empty_map

from braind.errors import ModelError
from braind.vocabulary import ANSWERS, QUESTIONS, Question

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from blip_samples import SIZE, save_tiny_blip  # noqa: E402

from braind.backends.blip_vqa import BlipSettings, BlipVqa, normalised, on_ground  # noqa: E402
from braind.backends.vqa_words import ENGLISH, closed_answers  # noqa: E402

SHA = "0" * 64


@pytest.fixture(scope="module", autouse=True)
def one_thread():
    """Threads that wait for each other cost tiny nets more than they save."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return save_tiny_blip(tmp_path_factory.mktemp("models") / "blip-vqa-base")


def pictures(count=3):
    """Different shapes, colours and patterns."""
    rng = np.random.default_rng(7)
    shapes = [(60, 40, 3), (31, 90, 3), (80, 80, 3)]
    return [rng.integers(0, 60 * (n + 2), shapes[n % 3]).astype(np.uint8) for n in range(count)]


@pytest.fixture(scope="module")
def theirs(folder):
    """transformers' own net, its tokenizer, and its picture processor of the PIL kind."""
    from transformers import BertTokenizer, BlipForQuestionAnswering
    from transformers.models.blip.image_processing_pil_blip import BlipImageProcessorPil

    net = BlipForQuestionAnswering.from_pretrained(folder).eval()
    return net, BertTokenizer.from_pretrained(folder), BlipImageProcessorPil()


def asked_one_by_one(theirs, picture, question, longest):
    """One ``generate`` a question, as a reader of transformers' manual would ask."""
    net, tokenizer, _ = theirs
    ids = tokenizer(ENGLISH[question], return_tensors="pt")["input_ids"]
    ids[0, 0] = net.config.text_config.bos_token_id + 1
    pixels = torch.from_numpy(normalised(picture, SIZE))[None]
    out = net.generate(ids, pixels, max_new_tokens=longest)[0]
    return tokenizer.decode(out, skip_special_tokens=True).strip()


def test_ten_questions_about_several_pictures_are_answered_as_one_by_one(folder, theirs):
    backend = BlipVqa.load(folder, SHA, BlipSettings(mode="generate", longest=6))
    together = [[said.text for said in one] for one in backend.say(pictures())]
    alone = [[asked_one_by_one(theirs, p, q, 6) for q in QUESTIONS] for p in pictures()]
    assert together == alone
    assert len({text for one in alone for text in one}) > 5  # so that they could differ


def their_nll(theirs, picture, question, text):
    """Negative log-likelihood of one answer, from transformers' own loss."""
    net, tokenizer, _ = theirs
    config = net.config.text_config
    ids = tokenizer(ENGLISH[question], return_tensors="pt")["input_ids"]
    ids[0, 0] = config.bos_token_id + 1
    answer = tokenizer.encode(text, add_special_tokens=False)
    labels = torch.tensor([[config.bos_token_id, *answer, config.sep_token_id]])
    pixels = torch.from_numpy(normalised(picture, SIZE))[None]
    with torch.no_grad():
        loss = net(ids, pixels, decoder_input_ids=labels, labels=labels).loss
    return float(loss) * (labels.shape[1] - 1)


@pytest.mark.parametrize("question", [Question.UPPER_ITEM, Question.LOWER_PATTERN])
def test_the_best_ranked_answer_has_the_lowest_negative_log_likelihood(folder, theirs, question):
    backend = BlipVqa.load(folder, SHA, BlipSettings(mode="rank", candidates=99))
    for picture, said in zip(pictures(), backend.say(pictures()), strict=True):
        losses = {t: their_nll(theirs, picture, question, t) for t in closed_answers(question)}
        best = said[QUESTIONS.index(question)]
        assert best.text == min(losses, key=losses.get)
        chances = np.exp(-np.array(list(losses.values())))
        assert best.confidence == pytest.approx(chances.max() / chances.sum(), rel=1e-4)


def test_only_candidates_of_the_first_token_are_ranked(folder):
    (one,) = BlipVqa.load(folder, SHA, BlipSettings(candidates=1)).say(pictures(1))
    for question, said in zip(QUESTIONS, one, strict=True):
        if closed_answers(question):
            assert said.confidence == 1.0 and said.text in closed_answers(question)


def test_pictures_are_prepared_as_by_transformers(theirs):
    *_, processor = theirs
    processor.size = {"height": SIZE, "width": SIZE}
    for picture in pictures():
        (expected,) = processor(picture, return_tensors="np")["pixel_values"]
        assert np.abs(normalised(picture, SIZE) - expected).max() < 1e-5


def test_a_cutout_stands_on_white_and_hidden_colors_stay_hidden():
    cutout = cutout_of(draw_figure(empty_map(), 28, 10, 120))
    rgba = cutout.rgba.copy()
    rgba[rgba[..., 3] == 0, :3] = (9, 99, 9)
    shown = on_ground(type(cutout)(rgba, cutout.box))
    assert (shown[cutout.rgba[..., 3] == 0] == 255).all()


@pytest.mark.parametrize("mode", ["rank", "generate"])
def test_answers_are_of_the_closed_lists_whatever_the_batch(folder, mode):
    cutouts = [cutout_of(draw_figure(empty_map(), 28, 10, height)) for height in (120, 70)] * 5
    backend = BlipVqa.load(folder, SHA, BlipSettings(mode=mode))
    together = backend.answer_questions(cutouts)
    assert len(together) == 10
    for answers, cutout in zip(together[:2], cutouts, strict=False):
        assert tuple(answer.question for answer in answers) == QUESTIONS
        for answer in answers:
            assert (
                answer.question is Question.FAMOUS_BRAND or answer.word in ANSWERS[answer.question]
            )
        (alone,) = backend.answer_questions([cutout])
        assert [a.word for a in alone] == [a.word for a in answers]
    assert backend.answer_questions([]) == []


def test_the_identity_names_what_decides_the_answers(folder):
    one = BlipVqa.load(folder, SHA).identity
    assert json.loads(json.dumps(one)) == one
    others = [
        BlipVqa.load(folder, SHA, BlipSettings(mode="generate")).identity,
        BlipVqa.load(folder, SHA, BlipSettings(colors="blip")).identity,
        BlipVqa.load(folder, "1" * 64).identity,
        BlipVqa.load(folder, SHA, BlipSettings(precision="bfloat16")).identity,
    ]
    assert all(other != one for other in others)


@pytest.mark.parametrize("name", ["config.json", "model.safetensors", "vocab.txt"])
def test_a_missing_file_is_told_with_what_to_run(folder, tmp_path, name):
    copy = shutil.copytree(folder, tmp_path / "copy")
    (copy / name).unlink()
    with pytest.raises(ModelError, match=name) as caught:
        BlipVqa.load(copy, SHA)
    assert caught.value.code == "model_missing" and "braind models get" in caught.value.hint


def test_weights_cut_short_are_refused(folder, tmp_path):
    copy = shutil.copytree(folder, tmp_path / "copy")
    content = (copy / "model.safetensors").read_bytes()
    (copy / "model.safetensors").write_bytes(content[: len(content) // 2])
    with pytest.raises(ModelError) as caught:
        BlipVqa.load(copy, SHA)
    assert caught.value.code == "model_unusable"


def test_weights_that_lack_a_layer_are_refused_instead_of_made_up(folder, tmp_path):
    from safetensors.torch import load_file, save_file

    copy = shutil.copytree(folder, tmp_path / "copy")
    weights = load_file(copy / "model.safetensors")
    kept = {name: value for name, value in weights.items() if "text_decoder" not in name}
    save_file(kept, copy / "model.safetensors", {"format": "pt"})
    with pytest.raises(ModelError, match="missing") as caught:
        BlipVqa.load(copy, SHA)
    assert caught.value.code == "model_unusable"


def test_another_net_is_refused(folder, tmp_path):
    copy = shutil.copytree(folder, tmp_path / "copy")
    (copy / "config.json").write_text('{"model_type": "bert"}', "utf-8")
    with pytest.raises(ModelError, match="another net"):
        BlipVqa.load(copy, SHA)


@pytest.mark.parametrize(
    "setting",
    [
        {"mode": "guess"},
        {"colors": "red"},
        {"precision": "int4"},
        {"candidates": 0},
        {"longest": 0},
    ],
)
def test_a_setting_that_makes_no_sense_is_refused(setting):
    with pytest.raises(ModelError) as caught:
        BlipSettings(**setting)
    assert caught.value.code == "setting_wrong" and next(iter(setting)) in caught.value.what


def test_half_precision_answers_from_the_closed_lists_too(folder):
    (one,) = BlipVqa.load(folder, SHA, BlipSettings(precision="bfloat16")).say(pictures(1))
    assert one[0].text in closed_answers(QUESTIONS[0])
