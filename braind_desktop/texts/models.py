"""What the page of models says."""

from PySide6.QtCore import QT_TRANSLATE_NOOP as mark

TEXTS = {
    "models.folder": mark(
        "models", "Fetched models stay on this computer: {path} · {used} used · {free} free"
    ),
    "models.add": mark("models", "Add from file"),
    "models.open": mark("models", "Open folder"),
    "models.move": mark("models", "Move folder…"),
    "models.state.bundled": mark("models", "Comes with BRAIND"),
    "models.state.installed": mark("models", "Installed and checked"),
    "models.state.unverified": mark("models", "Added by hand, not verified"),
    "models.state.partial": mark("models", "Not complete yet"),
    "models.state.damaged": mark("models", "The file is damaged"),
    "models.state.absent": mark("models", "Not installed"),
    "models.step.download": mark("models", "Downloading"),
    "models.step.wait": mark("models", "The line is silent: trying again"),
    "models.step.copy": mark("models", "Copying"),
    "models.step.check": mark("models", "Checking the file (SHA-256)"),
    "models.step.test": mark("models", "Trying to load it"),
    "models.install": mark("models", "Comes with a package: {command}"),
    "models.memory": mark("models", "Needs about {size} of memory"),
    "models.licence": mark("models", "Licence {licence}"),
    "models.licence.not_commercial": mark("models", "Licence {licence} · not for commercial use"),
    "models.not_commercial": mark(
        "models",
        "This licence forbids commercial use. A brand that sells clothes is a commercial user.",
    ),
    "models.fetch_size": mark("models", "Download {size}"),
    "models.go_on": mark("models", "Go on"),
    "models.again": mark("models", "Download again"),
    "models.pause": mark("models", "Pause"),
    "models.retry": mark("models", "Try again"),
    "models.verify": mark("models", "Verify"),
    "models.remove": mark("models", "Remove"),
    "models.which.title": mark("models", "Which model is it?"),
    "models.which.about": mark("models", "“{names}” does not tell which model it is a file of."),
    "models.which.add": mark("models", "Add as this model"),
    "models.trust": mark("models", "Add it anyway"),
    "models.accept.title": mark("models", "Download {name}"),
    "models.accept.agree": mark("models", "I have read the licence and accept it"),
    "models.accept.read": mark("models", "Read the licence"),
    "models.accept.fetch": mark("models", "Accept and download"),
    "models.accept.goes": mark(
        "models", "{size} are fetched from {host}. No photo and nothing about you is sent."
    ),
    "models.network": mark("models", "Network"),
    "models.network.about": mark(
        "models", "The app goes online only when you download a model or press “Try”."
    ),
    "models.server": mark("models", "Server"),
    "models.own": mark("models", "Own address"),
    "models.proxy": mark("models", "Proxy"),
    "models.proxy.system": mark("models", "As the system"),
    "models.proxy.none": mark("models", "None"),
    "models.proxy.own": mark("models", "Own proxy"),
    "models.reach": mark("models", "Connection"),
    "models.try": mark("models", "Try"),
    "models.trying": mark("models", "Asking the server"),
    "models.reached": mark("models", "{host} answers."),
}
