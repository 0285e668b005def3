-- The words of the search's index: which ones a beginning may be of. It keeps nothing of its own.
CREATE VIRTUAL TABLE search_words USING fts5vocab(search_index, instance);
