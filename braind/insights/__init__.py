"""Brand intelligence: what a library says about a brand, as pure functions over stored looks."""
