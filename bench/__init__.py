"""Measurements that anyone can run: each prints its numbers and what they were taken beside."""
