"""What runs inside the sandbox, beside student code. It imports nothing of the rest of the autograder."""
