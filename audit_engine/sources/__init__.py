"""Where answers come from: which tool wrote a file, and what it says in the words of the answers CSV."""
