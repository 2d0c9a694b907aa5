"""What a student's notebook imports: given layers, checks, numerical gradients, pictures and live windows."""
