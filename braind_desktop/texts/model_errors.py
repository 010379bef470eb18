"""What can go wrong with models, for languages other than English: see ``errors``."""

from PySide6.QtCore import QT_TRANSLATE_NOOP as mark

TEXTS = {
    "error.table_unreadable": mark("model_errors", "A file that comes with BRAIND is damaged."),
    "error.table_unreadable.hint": mark("model_errors", "Install BRAIND again."),
    "error.model_unknown": mark("model_errors", "There is no such model."),
    "error.model_unknown.hint": mark("model_errors", "See which there are."),
    "error.model_unusable": mark(
        "model_errors",
        "The model can't be opened; BRAIND goes on with the base model.",
    ),
    "error.model_unusable.hint": mark("model_errors", "Fetch it again, or update BRAIND."),
    "error.model_unfit": mark("model_errors", "This model is of another kind than its task needs."),
    "error.model_unfit.hint": mark("model_errors", "Fetch it again, or choose another one."),
    "error.model_busy": mark("model_errors", "This model is being fetched or changed elsewhere."),
    "error.model_busy.hint": mark("model_errors", "Wait until that is done, or stop it there."),
    "error.model_in_use": mark("model_errors", "The model can't be removed while it is in use."),
    "error.model_in_use.hint": mark("model_errors", "Close whatever uses it, then try again."),
    "error.model_bundled": mark("model_errors", "This model belongs to BRAIND or to a package."),
    "error.model_bundled.hint": mark(
        "model_errors",
        "It is not fetched, added or removed by itself.",
    ),
    "error.model_unrecognised": mark("model_errors", "This is not known as a file of a model."),
    "error.model_unrecognised.hint": mark("model_errors", "Say which model it is."),
    "error.model_unconfirmed": mark(
        "model_errors",
        "Nobody can tell whether this file is what its makers published.",
    ),
    "error.model_unconfirmed.hint": mark(
        "model_errors",
        "Add it only if you trust where it comes from.",
    ),
    "error.model_program_refused": mark(
        "model_errors",
        "This is a PyTorch file: opening it can run what its maker put in.",
    ),
    "error.model_program_refused.hint": mark(
        "model_errors",
        "Use an ONNX file instead, or add it only if you trust its maker.",
    ),
    "error.licence_not_accepted": mark("model_errors", "This model is under the licence {spdx}."),
    "error.licence_not_accepted.hint": mark(
        "model_errors",
        "Read it at {link} and accept it first.",
    ),
    "error.models_folder_fixed": mark(
        "model_errors",
        "The environment variable BRAIND_MODELS says where models lie.",
    ),
    "error.models_folder_fixed.hint": mark("model_errors", "Change or unset it."),
    "error.models_folder_taken": mark(
        "model_errors",
        "The models can't be moved there: it is not an empty folder of its own.",
    ),
    "error.models_folder_taken.hint": mark("model_errors", "Choose an empty folder."),
    "error.models_folder_unwritable": mark(
        "model_errors",
        "The folder of models can't be written.",
    ),
    "error.models_folder_unwritable.hint": mark(
        "model_errors",
        "Choose another folder, or ask for write permission.",
    ),
    "error.disk_full": mark("model_errors", "Not enough disk space: {need} needed, {free} free."),
    "error.disk_full.hint": mark(
        "model_errors",
        "Make room, or move the models to another folder.",
    ),
    "error.disk_filled": mark("model_errors", "The disk is full."),
    "error.disk_filled.hint": mark(
        "model_errors",
        "Make room and try again: what has arrived is kept.",
    ),
    "error.network_off": mark("model_errors", "Network use is off."),
    "error.network_off.hint": mark("model_errors", "Turn it on, or add the model from a file."),
    "error.download_unreachable": mark("model_errors", "Can't reach {host}."),
    "error.download_unreachable.hint": mark(
        "model_errors",
        "Choose another server or a proxy, or add the model from a file.",
    ),
    "error.download_tls": mark(
        "model_errors",
        "The secure connection to {host} could not be verified. Is this a company network?",
    ),
    "error.download_tls.hint": mark("model_errors", "Add your network's certificate."),
    "error.download_insecure": mark(
        "model_errors",
        "{host} would be asked over an unsecured line.",
    ),
    "error.download_insecure.hint": mark(
        "model_errors",
        "Choose a server whose address starts with https.",
    ),
    "error.download_refused": mark("model_errors", "{host} does not give the file ({status})."),
    "error.download_refused.hint": mark(
        "model_errors",
        "Choose another server, or add the model from a file.",
    ),
    "error.download_failed": mark(
        "model_errors",
        "The download from {host} failed again and again.",
    ),
    "error.download_failed.hint": mark(
        "model_errors",
        "Try again later: what has arrived is kept.",
    ),
    "error.certificates_unreadable": mark(
        "model_errors",
        "The file holds no certificates in PEM form.",
    ),
    "error.certificates_unreadable.hint": mark(
        "model_errors",
        "Ask your network's administrator for it.",
    ),
}
