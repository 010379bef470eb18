"""The pages of the window: each shows domain objects and turns gestures into jobs."""
