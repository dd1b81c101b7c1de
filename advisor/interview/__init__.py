"""The interview without a screen: what there is to ask, in which order, why, and what typed words mean."""
