"""The plan and the warnings on paper: one sheet record, then PDF, pictures, HTML, text and ICS."""
