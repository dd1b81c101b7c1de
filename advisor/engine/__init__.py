"""The engine: compiles the rulebook to flat positive rules, fires them on durable-rules, keeps each firing as proof."""
