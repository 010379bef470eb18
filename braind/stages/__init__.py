"""The stages of an analysis: each file has one Protocol and the pure functions around it."""
