"""Articles prepared, and compared two at a time: passages, quotations, similarity. Who copied is not judged here."""
