"""Names aligned word by word, and compared letter by letter, compiled: for millions of pairs."""
