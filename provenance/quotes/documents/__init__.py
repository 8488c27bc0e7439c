"""Documents that are themselves somebody's words: transcripts, interviews, speeches, letters, rulings; and quotations
that an article sets off without marks.

`recognition.set_off` is what the rest of `quotes` calls. `dialogue_lines` reads "NAME: words", `dialogues` decides
whether such lines are speech, `interviews` reads questions and answers without names, `dialogue_speakers` finds full
names; `whole_documents` knows speeches, letters and rulings, `block_quotations` quotations set off in an article.
Words of a language are in its pack (`document_words`). Nothing here knows of articles, dates or relations.
"""
