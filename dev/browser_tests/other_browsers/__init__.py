"""The whole application in Debian's Firefox ESR and WebKitGTK: `make test-other-browsers`."""
