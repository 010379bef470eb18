"""BLIP question answering (Li et al., ICML 2022) for many questions about many pictures at once.

Decision: the weights are transformers' modules, the way through them is ours. A picture is encoded
once; the keys and values of its cross-attention are computed once and serve all questions; all
questions of all pictures are decoded in one batch, where each sees only its own words. Asking one
by one gives the same answers, because padding is masked in every attention. transformers' own
decoder ignores that mask. Module names are those of the weight files and change less than calls.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch.nn.functional import log_softmax, scaled_dot_product_attention

Tensor = Any  # torch is not there where types are checked
Module = Any
Memory = list[tuple[Tensor, Tensor]]  # keys and values (rows, heads, length, size) a layer


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions of some pictures, ready to be answered.

    ``memory`` is what the decoder attends to, one row for each picture and question (pictures
    outside); ``seen`` is bool (rows, 1, 1, words), False for padding. ``cache`` holds the start
    token and ``first`` the log probabilities (rows, vocabulary) of what follows it.
    """

    memory: Memory
    seen: Tensor
    cache: Memory
    first: Tensor


@dataclass(frozen=True, slots=True)
class Spoken:
    """Token ids of an answer, without the end token, and its log probability."""

    tokens: tuple[int, ...]
    log_probability: float


class BlipNet:
    """``model`` is a ``BlipForQuestionAnswering`` in evaluation mode, on the CPU or a GPU."""

    def __init__(self, model: Module) -> None:
        model.requires_grad_(False)  # nothing is kept for a way back
        self._vision, self._encoder = model.vision_model, model.text_encoder
        self._decoder, self._head = model.text_decoder.bert, model.text_decoder.cls
        text = model.config.text_config
        self._start, self._end = text.bos_token_id, text.sep_token_id

    def see(self, pixels: Tensor) -> Tensor:
        """States (pictures, patches + 1, width) of normalised pixels (pictures, 3, S, S)."""
        states = self._vision.embeddings(pixels)
        for layer in self._vision.encoder.layers:
            states = states + _look(layer.self_attn, layer.layer_norm1(states))
            states = states + layer.mlp(layer.layer_norm2(states))
        return self._vision.post_layernorm(states)

    def ask(self, pictures: Tensor, questions: Tensor, mask: Tensor) -> Asked:
        """Every question about every picture of ``see``.

        ``questions`` are token ids (questions, words), ``mask`` is bool of that shape, False for
        padding.
        """
        count, (asked, words) = len(pictures), questions.shape
        seen = mask[:, None, None, :].repeat(count, 1, 1, 1)
        states = _embed(self._encoder.embeddings, questions, 0).repeat(count, 1, 1)
        for layer in self._encoder.encoder.layer:
            states = _attend(layer.attention, states, states, seen)
            # All questions of a picture stand in one row: its keys and values are made once.
            folded = states.reshape(count, asked * words, -1)
            states = _attend(layer.crossattention, folded, pictures).reshape(states.shape)
            states = _feed_forward(layer, states)
        memory = [
            _keys_values(layer.crossattention.self, states) for layer in self._decoder.encoder.layer
        ]
        start = torch.full((len(states), 1), self._start, device=states.device)
        first, cache = self._decode(start, memory, seen, None)
        return Asked(memory, seen, cache, _logs(first[:, 0]))

    def generate(self, asked: Asked, rows: Sequence[int], longest: int) -> list[Spoken]:
        """The greedy answer of some rows, at most ``longest`` tokens each."""
        memory, cache = _rows(asked.memory, rows), _rows(asked.cache, rows)
        seen, logs = asked.seen[list(rows)], asked.first[list(rows)]
        tokens: list[list[int]] = [[] for _ in rows]
        sums = [0.0] * len(rows)
        speaking = [True] * len(rows)
        for step in range(longest):
            chances, chosen = logs.max(dim=1)
            for row in (row for row, on in enumerate(speaking) if on):
                sums[row] += float(chances[row])
                speaking[row] = int(chosen[row]) != self._end
                tokens[row] += [int(chosen[row])] * speaking[row]
            if not any(speaking) or step + 1 == longest:
                break
            out, cache = self._decode(chosen[:, None], memory, seen, cache)
            logs = _logs(out[:, 0])
        return [Spoken(tuple(t), s) for t, s in zip(tokens, sums, strict=True)]

    def rank(
        self, asked: Asked, answers: Sequence[Sequence[Sequence[int]]], candidates: int
    ) -> list[list[float]]:
        """Log probabilities of given answers: for each row, one for each of its answers.

        As in the original's ranking, the probability of the first token picks ``candidates`` of a
        row's answers, and only those are read to their end; the others get minus infinity.
        ``answers`` are token ids without the end token, of equal or different number a row.
        """
        firsts = [
            [float(row[tokens[0]]) for tokens in own]
            for row, own in zip(asked.first, answers, strict=True)
        ]
        kept = [(row, n) for row, logs in enumerate(firsts) for n in _best(logs, candidates)]
        scores = [[-torch.inf] * len(logs) for logs in firsts]
        if kept:
            chosen = [answers[row][n] for row, n in kept]
            rest = self._read_on(asked, [row for row, _ in kept], chosen)
            for (row, n), log in zip(kept, rest, strict=True):
                scores[row][n] = firsts[row][n] + log
        return scores

    def _read_on(
        self, asked: Asked, rows: Sequence[int], answers: Sequence[Sequence[int]]
    ) -> list[float]:
        """Log probability of what follows each answer's first token, up to its end."""
        device, longest = asked.first.device, max(map(len, answers))
        said = torch.zeros((len(rows), longest), dtype=torch.long, device=device)
        wanted = torch.full_like(said, -1)
        for row, tokens in enumerate(answers):
            said[row, : len(tokens)] = torch.tensor(tokens, device=device)
            wanted[row, : len(tokens)] = torch.tensor([*tokens[1:], self._end], device=device)
        memory, cache = _rows(asked.memory, rows), _rows(asked.cache, rows)
        out, _ = self._decode(said, memory, asked.seen[list(rows)], cache)
        logs = _logs(out).gather(2, wanted.clamp(min=0)[..., None])[..., 0]
        return [float(total) for total in logs.masked_fill(wanted < 0, 0).sum(dim=1)]

    def _decode(
        self, tokens: Tensor, memory: Memory, seen: Tensor, cache: Memory | None
    ) -> tuple[Tensor, Memory]:
        """Scores (rows, new words, vocabulary) after each of ``tokens``, and the longer cache."""
        past = cache[0][0].shape[2] if cache else 0
        states = _embed(self._decoder.embeddings, tokens, past)
        steps = torch.arange(tokens.shape[1], device=tokens.device)
        known = torch.arange(past + len(steps), device=tokens.device) <= steps[:, None] + past
        longer: Memory = []
        for n, layer in enumerate(self._decoder.encoder.layer):
            keys, values = _keys_values(layer.attention.self, states)
            if cache:
                keys = torch.cat([cache[n][0], keys], dim=2)
                values = torch.cat([cache[n][1], values], dim=2)
            longer.append((keys, values))
            states = _attend_to(layer.attention, states, keys, values, known)
            states = _attend_to(layer.crossattention, states, *memory[n], seen)
            states = _feed_forward(layer, states)
        return self._head(states), longer


def _best(logs: Sequence[float], count: int) -> list[int]:
    return sorted(range(len(logs)), key=lambda n: -logs[n])[:count]


def _rows(memory: Memory, rows: Sequence[int]) -> Memory:
    return [(keys[list(rows)], values[list(rows)]) for keys, values in memory]


def _logs(scores: Tensor) -> Tensor:
    return log_softmax(scores.float(), dim=-1)


def _embed(embeddings: Module, tokens: Tensor, past: int) -> Tensor:
    places = torch.arange(past, past + tokens.shape[1], device=tokens.device)
    states = embeddings.word_embeddings(tokens) + embeddings.position_embeddings(places)
    return embeddings.LayerNorm(states)


def _look(attention: Module, states: Tensor) -> Tensor:
    """Self-attention of the picture's patches."""
    count, length, width = states.shape
    shape = (count, length, 3, attention.num_heads, width // attention.num_heads)
    queries, keys, values = attention.qkv(states).reshape(shape).permute(2, 0, 3, 1, 4)
    seen = scaled_dot_product_attention(queries, keys, values)
    return attention.projection(seen.transpose(1, 2).reshape(states.shape))


def _keys_values(attention: Module, states: Tensor) -> tuple[Tensor, Tensor]:
    return _by_head(attention, attention.key(states)), _by_head(attention, attention.value(states))


def _by_head(attention: Module, states: Tensor) -> Tensor:
    count, length, _ = states.shape
    shape = (count, length, attention.num_attention_heads, attention.attention_head_size)
    return states.view(shape).transpose(1, 2)


def _attend(block: Module, states: Tensor, others: Tensor, mask: Tensor | None = None) -> Tensor:
    return _attend_to(block, states, *_keys_values(block.self, others), mask)


def _attend_to(
    block: Module, states: Tensor, keys: Tensor, values: Tensor, mask: Tensor | None
) -> Tensor:
    """Attention with its residual; ``mask`` is True for what may be seen."""
    queries = _by_head(block.self, block.self.query(states))
    seen = scaled_dot_product_attention(queries, keys, values, attn_mask=mask)
    return block.output(seen.transpose(1, 2).reshape(states.shape), states)


def _feed_forward(layer: Module, states: Tensor) -> Tensor:
    return layer.output(layer.intermediate(states), states)
