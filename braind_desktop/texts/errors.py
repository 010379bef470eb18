"""Failures in the languages other than English: what happened, and what to do next.

Keys are the codes of ``BraindError``; English users read the error's own, more exact words.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP as mark

TEXTS = {
    "error.photo_nobody": mark("errors", "No person found."),
    "error.photo_nobody.hint": mark("errors", "Use a photo of one person from head to feet."),
    "error.photo_half_body": mark("errors", "Only part of the body is in the photo."),
    "error.photo_half_body.hint": mark("errors", "Use a full-body photo, or continue anyway."),
    "error.photo_missing": mark("errors", "File not found."),
    "error.photo_missing.hint": mark("errors", "Check whether it was moved or renamed."),
    "error.photo_empty": mark("errors", "The file is empty."),
    "error.photo_empty.hint": mark("errors", "Download or copy it again."),
    "error.photo_unsupported": mark("errors", "Unsupported format."),
    "error.photo_unsupported.hint": mark("errors", "Use JPG, PNG, WebP, HEIC, TIFF or AVIF."),
    "error.photo_unreadable": mark("errors", "No permission to read this file."),
    "error.photo_unreadable.hint": mark("errors", "Choose another photo."),
    "error.photo_not_copied": mark("errors", "The photo could not be copied to the library."),
    "error.photo_not_copied.hint": mark(
        "errors", "Make room on that disk, or use the photos where they are."
    ),
    "error.photo_damaged": mark("errors", "Can't open this photo; it looks damaged."),
    "error.photo_damaged.hint": mark("errors", "Use another photo."),
    "error.photo_too_large": mark("errors", "The photo is too large."),
    "error.photo_too_large.hint": mark("errors", "Make it smaller and open it again."),
    "error.photo_too_small": mark("errors", "The photo is too small."),
    "error.photo_too_small.hint": mark("errors", "Use a larger photo."),
    "error.archive_damaged": mark("errors", "Can't open this archive; it looks damaged."),
    "error.archive_damaged.hint": mark("errors", "Unpack it, and drop the folder."),
    "error.archive_encrypted": mark("errors", "The archive is protected by a password."),
    "error.archive_encrypted.hint": mark("errors", "Unpack it, and drop the folder."),
    "error.archive_nested": mark("errors", "Archives within archives are not opened."),
    "error.archive_nested.hint": mark("errors", "Unpack it, and drop the folder."),
    "error.archive_link": mark("errors", "This entry of the archive is a link, not a photo."),
    "error.archive_link.hint": mark("errors", "Unpack it, and drop the folder."),
    "error.archive_method": mark("errors", "This entry is packed in a rare way."),
    "error.archive_method.hint": mark("errors", "Unpack it, and drop the folder."),
    "error.archive_too_big": mark("errors", "The archive is too large."),
    "error.archive_too_big.hint": mark("errors", "Unpack it, and drop the folder."),
    "error.archive_bomb": mark("errors", "This entry would become too large when unpacked."),
    "error.archive_bomb.hint": mark("errors", "Unpack it, and drop the folder."),
    "error.document_damaged": mark("errors", "Can't open this PDF; it looks damaged."),
    "error.document_damaged.hint": mark("errors", "Save it again, or use its photos."),
    "error.document_encrypted": mark("errors", "The PDF is protected by a password."),
    "error.document_encrypted.hint": mark("errors", "Save it without a password."),
    "error.document_too_long": mark("errors", "The PDF has too many pages."),
    "error.document_too_long.hint": mark("errors", "Split it into parts."),
    "error.photo_bomb": mark("errors", "The picture is packed in far more layers than a photo."),
    "error.photo_bomb.hint": mark("errors", "Save it anew in a picture editor."),
    "error.photo_breaks_decoder": mark("errors", "This file broke the decoder that opened it."),
    "error.photo_breaks_decoder.hint": mark("errors", "Save it anew in a picture editor."),
    "error.photo_too_slow": mark("errors", "This file took too long to open."),
    "error.photo_too_slow.hint": mark("errors", "Save it anew in a picture editor."),
    "error.decoder_not_started": mark("errors", "The program that opens photos does not start."),
    "error.decoder_not_started.hint": mark(
        "errors", "Close other programs and try again, or install BRAIND again."
    ),
    "error.photo_cut": mark(
        "errors", "The file is cut short; a part of the picture may be missing."
    ),
    "error.photo_cut.hint": mark("errors", "Download or copy it again."),
    "error.document_page_too_long": mark("errors", "Drawing this page takes too long."),
    "error.document_page_too_long.hint": mark(
        "errors", "Export its photos as pictures, and drop those."
    ),
    "error.library_altered": mark(
        "errors", "This library holds statements that BRAIND did not write."
    ),
    "error.library_altered.hint": mark("errors", "Import the photos into a new library."),
    "error.photo_not_a_file": mark("errors", "This is neither a file nor a folder."),
    "error.photo_not_a_file.hint": mark("errors", "Choose a photo or a folder."),
    "error.library_empty": mark("errors", "There are no looks to compare with yet."),
    "error.library_empty.hint": mark("errors", "Import photos of some brands first."),
    "error.library_newer": mark("errors", "This library was made by a newer version."),
    "error.library_newer.hint": mark("errors", "Update BRAIND."),
    "error.library_foreign": mark("errors", "This is not a BRAIND library."),
    "error.library_foreign.hint": mark("errors", "Choose another file."),
    "error.library_unreachable": mark("errors", "Can't open the library."),
    "error.library_unreachable.hint": mark("errors", "Check the folder and its permissions."),
    "error.model_missing": mark("errors", "A model file is missing."),
    "error.model_missing.hint": mark("errors", "Fetch it, or install BRAIND again."),
    "error.model_damaged": mark("errors", "A model file is damaged."),
    "error.model_damaged.hint": mark("errors", "Fetch it again, or install BRAIND again."),
    "error.library_busy": mark("errors", "Another window or program is writing to the library."),
    "error.library_busy.hint": mark("errors", "Wait until it has finished, then try again."),
    "error.library_damaged": mark("errors", "The library file is damaged."),
    "error.library_damaged.hint": mark(
        "errors", "Open a backup, or import the photos into a new library."
    ),
    "error.library_disk_full": mark("errors", "There is no room left for the library."),
    "error.library_disk_full.hint": mark(
        "errors", "Free some space, then go on: everything before is kept."
    ),
    "error.library_io_error": mark("errors", "The drive that holds the library reported an error."),
    "error.library_io_error.hint": mark("errors", "Check the drive, then try again."),
    "error.library_read_only": mark("errors", "The library cannot be changed."),
    "error.library_read_only.hint": mark("errors", "Copy it to a folder of your own."),
    "error.library_not_found": mark("errors", "There is no library there."),
    "error.library_not_found.hint": mark("errors", "Check the path, or make a new library."),
    "error.brand_not_found": mark("errors", "The brand is not in the library any more."),
    "error.brand_not_found.hint": mark("errors", "Go back to the library page."),
    "error.name_taken": mark("errors", "The library already has this name."),
    "error.name_taken.hint": mark("errors", "Choose another name."),
    "error.name_empty": mark("errors", "A name is missing."),
    "error.name_empty.hint": mark("errors", "Type at least one letter."),
    "error.pack_unreadable": mark("errors", "The pack cannot be opened."),
    "error.pack_unreadable.hint": mark("errors", "Check that the file is still there."),
    "error.pack_foreign": mark("errors", "This is not a brand pack."),
    "error.pack_foreign.hint": mark("errors", "Choose another file."),
    "error.pack_damaged": mark("errors", "The pack is damaged."),
    "error.pack_damaged.hint": mark("errors", "Ask for it again."),
    "error.pack_invalid": mark("errors", "The pack holds something that does not belong there."),
    "error.pack_invalid.hint": mark(
        "errors", "Use it only if you trust where it comes from; ask for it again."
    ),
    "error.pack_newer": mark("errors", "The pack was made by a newer version."),
    "error.pack_newer.hint": mark("errors", "Update BRAIND."),
    "error.pack_other_recipe": mark("errors", "The pack was made with other models."),
    "error.pack_other_recipe.hint": mark(
        "errors", "Use the same models, or ask for a pack made with yours."
    ),
    "error.pack_signature_wrong": mark("errors", "The signature of the pack is wrong."),
    "error.pack_signature_wrong.hint": mark("errors", "Do not use it; ask for it again."),
    "error.pack_signing_missing": mark(
        "errors", "This pack is signed, and BRAIND cannot check signatures here."
    ),
    "error.pack_signing_missing.hint": mark("errors", "Install BRAIND with signing."),
    "error.pack_too_big": mark("errors", "The pack is too large."),
    "error.pack_too_big.hint": mark("errors", "Ask for a smaller one."),
    "error.pack_without_looks": mark(
        "errors", "The brand has no looks that were read by these models."
    ),
    "error.pack_without_looks.hint": mark("errors", "Read its photos again first."),
    "error.brand_empty": mark("errors", "There are no looks of “{brand}” to compare."),
    "error.brand_empty.hint": mark("errors", "Import photos of it first."),
    "error.same_brand": mark("errors", "A brand cannot be compared with itself."),
    "error.same_brand.hint": mark("errors", "Choose two different brands."),
    "error.look_not_found": mark("errors", "The look is not in the library any more."),
    "error.look_not_found.hint": mark("errors", "It may have been removed: search again."),
    "error.look_stale": mark("errors", "The look was read by other models and cannot be compared."),
    "error.look_stale.hint": mark("errors", "Read its photo again."),
    "error.lookbook_not_found": mark("errors", "“{brand}” has no lookbook “{lookbook}”."),
    "error.lookbook_not_found.hint": mark("errors", "Choose another lookbook."),
    "error.photo_no_such_person": mark("errors", "That person is not in the photo."),
    "error.photo_no_such_person.hint": mark("errors", "Choose one of the people in it."),
    "error.file_not_written": mark("errors", "“{path}” cannot be written."),
    "error.file_not_written.hint": mark("errors", "Choose another folder."),
    "error.font_missing": mark(
        "errors", "The report needs a font with Hangul, and none was found."
    ),
    "error.font_missing.hint": mark(
        "errors", "Install Noto Sans KR or NanumGothic, or write HTML instead."
    ),
}
