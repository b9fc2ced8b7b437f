"""Many documents at the command line: batches, workers, progress. The only part that prints or exits."""
