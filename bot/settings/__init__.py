"""app.yaml: its settings, and how their faults are found, each with its line."""
