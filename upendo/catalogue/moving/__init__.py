"""Stories with their pictures, moved from one copy of the application to another as an archive.

An archive is a ZIP file of `content.json` and the originals of the pictures. `content.json` holds
its format, its version, and a row for each record and each part of one: its kind, its key, which
holds within the archive alone, and its fields. A link is the key of a row before it.
"""
