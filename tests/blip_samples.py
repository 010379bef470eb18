"""A tiny BLIP with random weights, saved in the layout of the hub."""

import json

from braind.backends.vqa_words import ENGLISH, closed_answers
from braind.lexicon import tokens_of
from braind.vocabulary import QUESTIONS

SIZE = 32
_BRANDS = "north south gucci ##o"


def small_vocabulary():
    """Special tokens first, then every word that is asked or may be answered, then marks."""
    texts = [*ENGLISH.values(), *(t for q in QUESTIONS for t in closed_answers(q)), _BRANDS]
    words = dict.fromkeys(word for text in texts for word in tokens_of(text))
    return ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "?", "-", "##s", *words]


def config_of(words, size=SIZE):
    text = {
        "vocab_size": words + 2, "hidden_size": 32, "encoder_hidden_size": 32,
        "intermediate_size": 48, "num_hidden_layers": 2, "num_attention_heads": 4,
        "max_position_embeddings": 48, "bos_token_id": words, "sep_token_id": 3,
        "pad_token_id": 0, "eos_token_id": 3, "is_decoder": True,
    }  # fmt: skip
    vision = {
        "hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 2,
        "num_attention_heads": 4, "image_size": size, "patch_size": 8,
    }  # fmt: skip
    return {"text_config": text, "vision_config": vision}


def random_blip(config, seed=0):
    """Weights so large that answers differ between pictures and questions."""
    import torch
    from transformers import BlipConfig, BlipForQuestionAnswering

    torch.manual_seed(seed)
    model = BlipForQuestionAnswering(BlipConfig(**config)).eval()
    for weights in model.parameters():
        if weights.ndim > 1:
            torch.nn.init.normal_(weights, std=0.3)
    return model


def save_tiny_blip(folder, seed=0):
    """config.json, model.safetensors, vocab.txt and the tokenizer's settings."""
    words = small_vocabulary()
    folder.mkdir(parents=True, exist_ok=True)
    random_blip(config_of(len(words)), seed).save_pretrained(folder)
    (folder / "vocab.txt").write_text("\n".join(words), "utf-8")
    settings = {"tokenizer_class": "BertTokenizer", "do_lower_case": True, "unk_token": "[UNK]"}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), "utf-8")
    return folder
