"""Warnings -> the coming days; pure."""
