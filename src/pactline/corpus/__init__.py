"""What was published: files in, clean and dated articles out."""
