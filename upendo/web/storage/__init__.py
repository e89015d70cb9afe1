"""Where uploads lie: a disk, or an S3 bucket."""
