"""From whatever bytes a student handed in to the cells of the assignment."""
