"""The first call of a kernel may compile it, which no deadline of a property test should count."""

from hypothesis import settings

settings.register_profile("kernels", deadline=None)
settings.load_profile("kernels")
