"""What Engage is about: frozen values and their legal transitions. Nothing here knows a clock or a disk."""
