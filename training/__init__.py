"""How the tagger's network was made: ``make train DATA=…`` reads the corpora and writes the model anew."""
