"""`python -m dramatis`, where the console script is not on the path."""

from dramatis.program import main

main()
