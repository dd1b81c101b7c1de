"""Why a finding has settled as it has: a short paragraph, then a tree in which nothing is told twice."""
