"""Colours, geometry, units and sheets: plain values that everything stands on."""
