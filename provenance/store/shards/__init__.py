"""Several archive files that are asked as one: each question goes to every file, the answers are ranked together.

The answers are those of one archive to which the articles of the files were added one file after the other. Nothing
here judges, and nothing is written but articles, each into the file that its id belongs to.
"""
