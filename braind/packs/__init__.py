"""Brand packs: brands exchanged without photos."""
