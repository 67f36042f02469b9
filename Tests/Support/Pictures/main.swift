print("pictures")
