"""The engine: compiles the rulebook to flat positive rules, fires them on durable-rules, keeps every firing as proof."""
