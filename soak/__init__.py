"""Long runs that try to break pactline: kills, faults of the disk, fuzzing, size. `make soak` starts them all."""
