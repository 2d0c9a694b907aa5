"""Pages to look at: a student's feedback, the instructor's report. Each is one file that asks for nothing else."""
