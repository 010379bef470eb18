"""How every shipped model is made and evaluated; needs the ``train`` extra."""
