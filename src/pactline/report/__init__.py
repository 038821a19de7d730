"""What the reader sees: charts, evidence, one HTML file."""
