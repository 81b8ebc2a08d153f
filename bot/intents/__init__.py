"""What people want: typed text, a pressed button or a filled form → Intent, or what is unclear about it."""
