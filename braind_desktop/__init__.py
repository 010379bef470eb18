"""BRAIND's window, made with Qt. It shows what the engine finds and decides nothing itself."""
