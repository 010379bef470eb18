"""Small parts that the views are made of; none of them knows the engine."""
