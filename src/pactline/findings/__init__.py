"""What it adds up to: deals told by many articles, timelines, checks against the record, accuracy, changes."""
