"""Tests of placards.campaign.gallery."""
