"""The sample library: invented brands and their looks, every picture drawn by this package."""
